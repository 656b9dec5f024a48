import type { ComponentType } from "react";
import { Notebook, Scissors, TapeDispenser, TaskLamp } from "./desk";
import { Clock, Lantern, Turntable, WateringCan } from "./house";
import { Kettle, MixingBowl, MokaPot, Pan } from "./kitchen";
import { DustpanAndBrush, MendingTin } from "./mending";
import { Overlap, RimSection, UnknownThing } from "./parts";
import { BreadKnife, LinenCloth, PepperMill } from "./table";

/** Products are 400 units square. `npm run draw` prints them into drawings.svg. */
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
