import { classNames } from "@/components/ui/class-names";
import { Drawing } from "./drawing";

const stocks: Record<string, string> = {
  "bread-knife": "bg-stock-sage",
  clock: "bg-stock-butter",
  "dustpan-and-brush": "bg-stock-blush",
  kettle: "bg-stock-butter",
  lantern: "bg-stock-sky",
  "linen-cloth": "bg-stock-blush",
  "mending-tin": "bg-stock-stone",
  "mixing-bowl": "bg-stock-stone",
  "moka-pot": "bg-stock-blush",
  notebook: "bg-stock-butter",
  pan: "bg-stock-sky",
  "pepper-mill": "bg-stock-sage",
  scissors: "bg-stock-blush",
  "tape-dispenser": "bg-stock-sage",
  "task-lamp": "bg-stock-stone",
  "watering-can": "bg-stock-sky",
};

/**
 * A product's drawing on its sheet of coloured stock. Decorative: the product's name stands beside it.
 * `isVeiled` prints it in one ink, as a silhouette.
 */
export function ProductArt({
  art,
  isVeiled = false,
  className,
}: {
  art: string;
  isVeiled?: boolean;
  className?: string;
}) {
  const stock = stocks[art];
  return (
    <svg
      viewBox="0 0 400 400"
      aria-hidden="true"
      className={classNames(
        "block aspect-square",
        isVeiled ? "veiled bg-accent-soft" : (stock ?? "bg-stock-stone"),
        className,
      )}
    >
      <Drawing art={stock === undefined ? "unknown-thing" : art} />
    </svg>
  );
}
