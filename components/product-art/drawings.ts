import type { ComponentType } from "react";
import { Overlap } from "@/components/product-art/overlap";
import { RimSection } from "@/components/product-art/rim-section";
import { Turntable } from "@/components/product-art/turntable";
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

/**
 * Every drawing by its name: those of products, under the name that the product gives them, are 400 units wide and high,
 * the figures of the long read have a size of their own. `npm run draw` prints them into drawings.svg, from which the
 * pages show them.
 */
export const drawings: Record<string, ComponentType> = {
  "bread-knife": BreadKnife,
  clock: Clock,
  "dustpan-and-brush": DustpanAndBrush,
  kettle: Kettle,
  lantern: Lantern,
  "linen-cloth": LinenCloth,
  "mending-tin": MendingTin,
  "mixing-bowl": MixingBowl,
  "moka-pot": MokaPot,
  notebook: Notebook,
  pan: Pan,
  "pepper-mill": PepperMill,
  scissors: Scissors,
  "tape-dispenser": TapeDispenser,
  "task-lamp": TaskLamp,
  "watering-can": WateringCan,
  "unknown-thing": UnknownThing,
  turntable: Turntable,
  "rim-section": RimSection,
  overlap: Overlap,
};
