import type { ComponentType } from "react";
import { classNames } from "@/components/ui/class-names";
import { BreadKnife } from "./bread-knife";
import { Clock } from "./clock";
import { DustpanAndBrush } from "./dustpan-and-brush";
import { Kettle } from "./kettle";
import { Lantern } from "./lantern";
import { LinenCloth } from "./linen-cloth";
import { MendingTin } from "./mending-tin";
import { MixingBowl } from "./mixing-bowl";
import { MokaPot } from "./moka-pot";
import { Notebook } from "./notebook";
import { Pan } from "./pan";
import { PepperMill } from "./pepper-mill";
import { Scissors } from "./scissors";
import { TapeDispenser } from "./tape-dispenser";
import { TaskLamp } from "./task-lamp";
import { UnknownThing } from "./unknown-thing";
import { WateringCan } from "./watering-can";

const drawings: Record<string, { Drawing: ComponentType; stock: string }> = {
  "bread-knife": { Drawing: BreadKnife, stock: "bg-stock-sage" },
  clock: { Drawing: Clock, stock: "bg-stock-butter" },
  "dustpan-and-brush": { Drawing: DustpanAndBrush, stock: "bg-stock-blush" },
  kettle: { Drawing: Kettle, stock: "bg-stock-butter" },
  lantern: { Drawing: Lantern, stock: "bg-stock-sky" },
  "linen-cloth": { Drawing: LinenCloth, stock: "bg-stock-blush" },
  "mending-tin": { Drawing: MendingTin, stock: "bg-stock-stone" },
  "mixing-bowl": { Drawing: MixingBowl, stock: "bg-stock-stone" },
  "moka-pot": { Drawing: MokaPot, stock: "bg-stock-blush" },
  notebook: { Drawing: Notebook, stock: "bg-stock-butter" },
  pan: { Drawing: Pan, stock: "bg-stock-sky" },
  "pepper-mill": { Drawing: PepperMill, stock: "bg-stock-sage" },
  scissors: { Drawing: Scissors, stock: "bg-stock-blush" },
  "tape-dispenser": { Drawing: TapeDispenser, stock: "bg-stock-sage" },
  "task-lamp": { Drawing: TaskLamp, stock: "bg-stock-stone" },
  "watering-can": { Drawing: WateringCan, stock: "bg-stock-sky" },
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
  const { Drawing, stock } = drawings[art] ?? { Drawing: UnknownThing, stock: "bg-stock-stone" };
  return (
    <svg
      viewBox="0 0 400 400"
      aria-hidden="true"
      className={classNames("block aspect-square", isVeiled ? "veiled bg-accent-soft" : stock, className)}
    >
      <Drawing />
    </svg>
  );
}
