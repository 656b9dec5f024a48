import type { MouseEvent } from "react";
import { FormMessage } from "./form-message";
import { SubmitButton } from "./submit-button";

type Suggestion = { email: string; question: string; use: string };

/** Stands after the form's own button, which Enter presses: no address is changed unasked. */
export function EmailSuggestion({ suggestion }: { suggestion: Suggestion | undefined }) {
  return (
    <FormMessage tone="warning">
      {suggestion ? (
        <div className="grid gap-3">
          <p>{suggestion.question}</p>
          <SubmitButton
            variant="secondary"
            name="suggested"
            value={suggestion.email}
            onClick={(event) => fillIn(event, suggestion.email)}
            className="wrap-anywhere"
          >
            {suggestion.use}
          </SubmitButton>
        </div>
      ) : null}
    </FormMessage>
  );
}

/** The field keeps the address if the server has another question. */
function fillIn({ currentTarget }: MouseEvent<HTMLButtonElement>, email: string) {
  const field = currentTarget.form?.elements.namedItem("email");
  if (!(field instanceof HTMLInputElement)) return;
  field.value = email;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
