/** Empty lines separate paragraphs. */
export type CatalogueProduct = {
  slug: string;
  name: string;
  tagline: string;
  description: string;
  category: "Kitchen" | "Desk" | "Home";
  art: string;
  priceCents: number;
  memberPriceCents: number;
  membersOnly: boolean;
  position: number;
  /** Pieces that a new shop begins with; null: not counted. */
  stock: number | null;
};

export type ProductTexts = { name: string; tagline: string; description: string; category: string };

/** The slug identifies a product; its position is its number. */
export const catalogue: CatalogueProduct[] = [
  {
    slug: "blue-rim-kettle",
    name: "Blue-rim kettle",
    tagline: "Two litres of enamel that says when it boils by rattling its lid.",
    description:
      "Pressed from one sheet of steel, dipped twice, fired twice, and rimmed by hand, which is why no two blue lines are the same width. It has no whistle. The lid starts to chatter about ten seconds before a full boil, and you learn to hear it from the next room.\n\nWorks on gas, induction and a wood stove. Two litres, 1.1 kg. When it chips, and one day it will, the spot is iron-black and does no harm.",
    category: "Kitchen",
    art: "kettle",
    priceCents: 8600,
    memberPriceCents: 7200,
    membersOnly: false,
    position: 1,
    stock: null,
  },
  {
    slug: "steel-pan-24",
    name: "Steel pan, 24 cm",
    tagline: "Arrives grey. Turns black. Outlives the cooker.",
    description:
      "Carbon steel, 2.5 mm thick, lighter than cast iron and quicker to answer the flame. We season each pan once with linseed oil so that the first egg slides. The following thousand are up to you.\n\nThe handle is one forged piece with three rivets you can see. Wash it with water, dry it on the heat, never soap it in anger. 24 cm across the rim, 1.6 kg.",
    category: "Kitchen",
    art: "pan",
    priceCents: 6400,
    memberPriceCents: 5400,
    membersOnly: false,
    position: 2,
    stock: 60,
  },
  {
    slug: "beech-pepper-mill",
    name: "Beech pepper mill",
    tagline: "A ceramic burr, a painted head, nothing to charge.",
    description:
      "Turned from beech that has dried for two years, so the neck does not crack in its second winter. The head is lacquered cobalt, because a mill should be found by a cook with wet hands and no glasses on.\n\nThe burr is ceramic and does not rust. A quarter turn of the brass nut goes from dust to gravel. 22 cm tall, holds 45 g of peppercorns.",
    category: "Kitchen",
    art: "pepper-mill",
    priceCents: 4800,
    memberPriceCents: 3900,
    membersOnly: false,
    position: 3,
    stock: 45,
  },
  {
    slug: "bread-knife-and-board",
    name: "Bread knife and board",
    tagline: "For crusts that fight back.",
    description:
      "The teeth are long and few, like a saw for green wood, and are ground on one side only. They bite a hard crust without crushing what is under it. The blade is 23 cm of spring steel; send it to us every few years and we grind it at cost.\n\nThe board is oiled ash, 38 by 28 cm, with a groove on one face and none on the other. Crumbs on this side, cheese on that.",
    category: "Kitchen",
    art: "bread-knife",
    priceCents: 7900,
    memberPriceCents: 6600,
    membersOnly: false,
    position: 4,
    stock: 24,
  },
  {
    slug: "stoneware-mixing-bowl",
    name: "Stoneware mixing bowl",
    tagline: "Heavy enough to stay where it is while you work.",
    description:
      "Thrown, not cast, so the wall is thick at the foot and thin at the lip, where you pour. Leaf-green outside, bare glaze inside: you can see whether the dough has come away clean.\n\nThree litres. It goes into the oven, the dishwasher and, upside down, over a loaf. It weighs 2.2 kg and does not follow the whisk around the table.",
    category: "Kitchen",
    art: "mixing-bowl",
    priceCents: 5200,
    memberPriceCents: 4300,
    membersOnly: false,
    position: 5,
    stock: 30,
  },
  {
    slug: "linen-cloths",
    name: "Linen cloths, set of three",
    tagline: "Stiff for a month, soft for twenty years.",
    description:
      "Half-bleached linen with a cobalt stripe, woven in a mill that has two looms left and no wish for a third. New linen barely drinks. After ten washes it dries a wine glass in one pass and leaves no fluff behind.\n\nThree cloths, 50 by 70 cm, each with a loop at the corner and another in the middle of the long side, since people cannot agree. Wash as hot as you like.",
    category: "Kitchen",
    art: "linen-cloth",
    priceCents: 3300,
    memberPriceCents: 2700,
    membersOnly: false,
    position: 6,
    stock: null,
  },
  {
    slug: "balanced-task-lamp",
    name: "Balanced task lamp",
    tagline: "Stays where you put it. No springs, just weight.",
    description:
      "Two arms, two brass joints and a cast foot that weighs more than the rest together. There is nothing to tighten, because nothing can slip: each joint is turned to carry exactly what hangs from it.\n\nTakes any E27 bulb and comes with a warm one. The cord is two metres of woven cotton with a switch your thumb finds in the dark. Reach 62 cm.",
    category: "Desk",
    art: "task-lamp",
    priceCents: 14500,
    memberPriceCents: 11900,
    membersOnly: false,
    position: 7,
    stock: 12,
  },
  {
    slug: "long-scissors",
    name: "Long scissors",
    tagline: "One pair for paper, one for string. This is both.",
    description:
      "Hot-forged blades, 21 cm, joined by a screw and not by a rivet, so they can be opened, cleaned and closed to exactly the stiffness you like. The cut starts at the heel and ends at the very tip.\n\nThe handles are dipped, not moulded, and large enough for a gloved hand. Left-handed pairs are made on Thursdays: tell us, the price is the same.",
    category: "Desk",
    art: "scissors",
    priceCents: 3400,
    memberPriceCents: 2800,
    membersOnly: false,
    position: 8,
    stock: 80,
  },
  {
    slug: "lay-flat-notebook",
    name: "Lay-flat notebook",
    tagline: "Opens like a table, not like a trap.",
    description:
      "Sewn in sixteens and glued with something that stays soft, so that every spread lies flat, the first one too. 192 pages of 100 g paper: a fountain pen does not come through, a pencil does not smear.\n\nRuled on the left, blank on the right. Lines are for what was said, the empty page for what you make of it. 148 by 210 mm, with a ribbon and numbered pages.",
    category: "Desk",
    art: "notebook",
    priceCents: 1900,
    memberPriceCents: 1500,
    membersOnly: false,
    position: 9,
    stock: null,
  },
  {
    slug: "cast-iron-tape-dispenser",
    name: "Cast-iron tape dispenser",
    tagline: "Pull with one hand. It will not come with you.",
    description:
      "1.4 kg of cast iron on a cork sole. The weight is the whole idea: you tear with one hand while the other holds the parcel shut. The cutter is stainless, has eleven teeth and can be turned round when one side is tired.\n\nTakes rolls up to 25 mm wide on either size of core. The small plate on the side is blank. We engrave up to twelve letters; most people choose their name, one chose “not yours”.",
    category: "Desk",
    art: "tape-dispenser",
    priceCents: 5200,
    memberPriceCents: 4300,
    membersOnly: false,
    position: 10,
    stock: 0,
  },
  {
    slug: "dustpan-and-brush",
    name: "Dustpan and brush",
    tagline: "Good enough to leave hanging where people see it.",
    description:
      "The lip of the pan is rolled thinner than its sides, and flexes, so the last grey line of dust goes in with the rest. The brush is horsehair in waxed beech; it picks up flour, which nylon only moves about.\n\nBoth have a hole for a nail. We send the nail. Pan 24 cm wide, powder-coated steel; brush 31 cm long.",
    category: "Home",
    art: "dustpan-and-brush",
    priceCents: 4200,
    memberPriceCents: 3500,
    membersOnly: false,
    position: 11,
    stock: 38,
  },
  {
    slug: "sill-watering-can",
    name: "Sill watering can",
    tagline: "A rose fine enough for seedlings, a spout long enough for the back row.",
    description:
      "Made for window sills: narrow in the body, long in the spout, balanced so that a full can tips with two fingers. The rose is brass, has ninety holes and unscrews. Turn it upwards for rain, downwards for a stream.\n\n1.6 litres, galvanised before it is painted, so a scratch stays a scratch. It does not drip after pouring. We tried eleven that did.",
    category: "Home",
    art: "watering-can",
    priceCents: 5600,
    memberPriceCents: 4600,
    membersOnly: false,
    position: 12,
    stock: 22,
  },
  {
    slug: "moka-pot-for-two",
    name: "Moka pot for two",
    tagline: "Eight sides, one valve, and a handle that stays cool.",
    description:
      "The pot our own kitchen uses. The usual moka burns its coffee in the last ten seconds, because the funnel runs dry while the base is still full of steam. This one ends two millimetres lower, and the difference is a cup without the bitter edge.\n\nCast aluminium, for gas and electric hobs; an induction disc is in the box. We have 120 a year from a foundry that makes valves for ships the rest of the time.",
    category: "Kitchen",
    art: "moka-pot",
    priceCents: 5900,
    memberPriceCents: 4700,
    membersOnly: true,
    position: 13,
    stock: 9,
  },
  {
    slug: "mending-tin",
    name: "Mending tin",
    tagline: "Everything between a lost button and a new coat.",
    description:
      "An enamel box with a deep lid that becomes the tray. Inside: twelve needles in four sizes, three spools of waxed thread in colours that match more than they should, a thimble, a darning egg, eight horn buttons and one very good pair of snips.\n\nUnder the tray lies a folded sheet with six repairs, drawn step by step. The fourth one saves jumpers.",
    category: "Home",
    art: "mending-tin",
    priceCents: 7200,
    memberPriceCents: 5600,
    membersOnly: true,
    position: 14,
    stock: 3,
  },
  {
    slug: "platform-clock",
    name: "Platform clock",
    tagline: "Readable from the far end of any room you own.",
    description:
      "The face is vitreous enamel on copper, fired in four layers, as on a platform a hundred years ago; it does not yellow. The hands are wide because you look at a clock to know, not to admire.\n\nA silent sweep movement, one AA cell a year, 30 cm across. Each is numbered on the back and tested for three weeks on our wall. If it gains more than a second in that time, it stays with us.",
    category: "Home",
    art: "clock",
    priceCents: 16800,
    memberPriceCents: 13200,
    membersOnly: true,
    position: 15,
    stock: 2,
  },
  {
    slug: "storm-lantern",
    name: "Storm lantern",
    tagline: "Twenty hours on one filling, in any weather you would stand in.",
    description:
      "A cold-blast lantern: the air reaches the flame through the side tubes and never from the front, so wind makes it brighter instead of killing it. The globe is borosilicate and lifts with one lever, even in mittens.\n\nBurns lamp oil or rapeseed oil on a flat wick you can buy anywhere. Enamelled red, since lanterns get left on lawns. 27 cm to the top of the bail.",
    category: "Home",
    art: "lantern",
    priceCents: 9400,
    memberPriceCents: 7500,
    membersOnly: true,
    position: 16,
    stock: 6,
  },
];
