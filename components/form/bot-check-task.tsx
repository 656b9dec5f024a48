"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Alert } from "@/components/ui/alert";
import { type BotCheckInWords, botCheckField, waitTokenField } from "@/lib/bot-check/bot-check-request";
import { doBotCheckTask } from "./do-bot-check-task";

/** More failures in a row will not mend. */
const maxBotChecksInARow = 2;

/** Without JavaScript it says how long to wait. */
export default function BotCheckTask({ request }: { request: BotCheckInWords }) {
  const field = useRef<HTMLInputElement>(null);
  const slot = useRef<HTMLDivElement>(null);
  const botChecksSent = useRef(0);
  const [failed, setFailed] = useState<BotCheckInWords | null>(null);
  const isScripted = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );

  useEffect(() => {
    const form = field.current?.form;
    if (!field.current || !form || !slot.current) return;
    const task = new AbortController();
    const giveUp = () => {
      task.abort();
      setFailed(request);
    };
    field.current.value = "";
    if (botChecksSent.current >= maxBotChecksInARow) return giveUp();

    // A press now would send the form without its bot check.
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    form.addEventListener("submit", hold, { capture: true, signal: task.signal });
    doBotCheckTask(request.task, slot.current, task.signal).then((proof) => {
      if (task.signal.aborted || !field.current) return;
      task.abort();
      botChecksSent.current += 1;
      field.current.value = proof;
      form.requestSubmit();
    }, giveUp);
    return () => task.abort();
  }, [request]);

  const mustWait = !isScripted || failed === request;
  return (
    <>
      <input ref={field} type="hidden" name={botCheckField} />
      <input type="hidden" name={waitTokenField} value={request.waitToken} />
      <Alert tone="info">{mustWait ? request.words.wait : request.words.running}</Alert>
      <div ref={slot} className="not-empty:mt-4 grid justify-center" />
    </>
  );
}

const subscribeToNothing = () => () => {};
