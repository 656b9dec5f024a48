import type { StaticImageData } from "next/image";
import breadKnife from "@/components/product-art/pictures/bread-knife.png";
import clock from "@/components/product-art/pictures/clock.png";
import dustpanAndBrush from "@/components/product-art/pictures/dustpan-and-brush.png";
import kettle from "@/components/product-art/pictures/kettle.png";
import lantern from "@/components/product-art/pictures/lantern.png";
import linenCloth from "@/components/product-art/pictures/linen-cloth.png";
import mendingTin from "@/components/product-art/pictures/mending-tin.png";
import mixingBowl from "@/components/product-art/pictures/mixing-bowl.png";
import mokaPot from "@/components/product-art/pictures/moka-pot.png";
import notebook from "@/components/product-art/pictures/notebook.png";
import pan from "@/components/product-art/pictures/pan.png";
import pepperMill from "@/components/product-art/pictures/pepper-mill.png";
import scissors from "@/components/product-art/pictures/scissors.png";
import shelf from "@/components/product-art/pictures/shelf.png";
import tapeDispenser from "@/components/product-art/pictures/tape-dispenser.png";
import taskLamp from "@/components/product-art/pictures/task-lamp.png";
import unknownThing from "@/components/product-art/pictures/unknown-thing.png";
import wateringCan from "@/components/product-art/pictures/watering-can.png";

/** A product's drawing, or the shelf, as a picture of 1200 by 630 pixels for previews. `npm run draw` paints them. */
export function pictureOf(name: string): StaticImageData {
  return pictures[name] ?? unknownThing;
}

const pictures: Record<string, StaticImageData> = {
  "bread-knife": breadKnife,
  clock,
  "dustpan-and-brush": dustpanAndBrush,
  kettle,
  lantern,
  "linen-cloth": linenCloth,
  "mending-tin": mendingTin,
  "mixing-bowl": mixingBowl,
  "moka-pot": mokaPot,
  notebook,
  pan,
  "pepper-mill": pepperMill,
  scissors,
  shelf,
  "tape-dispenser": tapeDispenser,
  "task-lamp": taskLamp,
  "unknown-thing": unknownThing,
  "watering-can": wateringCan,
};
