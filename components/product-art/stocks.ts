/** The drawings that a product can have, and the card that each is printed on. */
export const stocks: Record<string, string> = {
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
