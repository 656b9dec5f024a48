const WIDTH = 30;
const MOST_OFTEN_MS = 100;

/** A bar that grows in place on a terminal; elsewhere a line for each tenth. */
export function progressBar(out: { isTTY?: boolean; write: (text: string) => unknown }) {
  let shownAt = 0;
  let shown = "";
  return {
    show(what: string, done: number, total: number): void {
      const share = total === 0 ? 1 : done / total;
      const isDone = done === total;
      if (out.isTTY) {
        if (!isDone && Date.now() - shownAt < MOST_OFTEN_MS) return;
        shownAt = Date.now();
        const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
        out.write(`\r\x1b[K${bar} ${percent(share)} ${what} ${done.toLocaleString("en")}${isDone ? "\n" : ""}`);
        return;
      }
      const line = `${what} ${percent(Math.floor(share * 10) / 10)}\n`;
      if (line !== shown) out.write(line);
      shown = line;
    },
    end(): void {
      if (out.isTTY) out.write("\x1b[K");
    },
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
