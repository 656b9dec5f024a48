/** The long read of the members' room. Its paragraphs stand in the order of the page. */
export default {
  kicker: "For members, to read slowly",
  heading: "The blue line is never straight",
  standfirst: "Why the rim of an enamel kettle is painted by hand, and why we stopped sending back the crooked ones.",
  ridge:
    "Run a thumb along the rim of an enamel cup and you feel a small ridge where white turns into blue. Most people take it for decoration. It is closer to a bandage.",
  glass:
    "Enamel is glass. It begins as sand, soda and borax, melted together, poured into cold water so that it shatters, and ground with clay into a slip as thick as cream. A pressed steel cup is dipped into the slip, turned once, shaken once, and hung up by its ear to dry. Then it spends four minutes in a furnace at 820 degrees. In there, glass and steel become one thing. On the way out they begin to disagree, because steel shrinks faster than glass as it cools. Along the broad wall of a cup the two settle it: the steel pulls, the glass is squeezed, and glass likes to be squeezed.",
  edge: "At the edge there is no room to settle anything. The wall ends in a lip no thicker than a coin, and liquid glass, like any liquid, draws back from a sharp corner. What stays is thin. If a cup is going to chip, it chips there, on the first spoon.",
  sectionCaption:
    "The rim, cut open: the second coat (1), the first coat, thin where it turns the corner (2), and the steel (3).",
  irena:
    "So the rim gets a second coat of its own. At the works that makes our kettles three people do this, and the one who has done it longest sits at the far end of the hall, where the windows are, at a turntable that she drives with her foot. Her name is Irena. She holds a flat brush full of cobalt slip against the turning rim and lets the pot paint itself. A cup takes one turn. A kettle takes two, because the spout interrupts. Nobody measures. The line is three millimetres wide where the brush is full and two where it is nearly empty, and there is one spot, if you look for it, where the end of the stroke runs over its own beginning by the width of a match.",
  machine:
    "A machine has been offered, more than once. It sprays the rim through a stencil, forty a minute instead of four, and dead straight. The works tried it for a season. A sprayed line is thin, since a spray has to be, and the returns went up. A brush leaves more glass than looks tidy. The untidiness, it turned out, had been doing the work.",
  cobalt:
    "And why blue? Because cobalt is patient. Copper turns black if the fire runs long, and iron goes brown. Cobalt goes on being blue. It was the practical colour for a century before it was the charming one, which is why house numbers are blue, and hospital basins, and the sign over our own door.",
  returns:
    "We used to send kettles back. A line that ran downhill, a line with a blob, a line where the brush had plainly been interrupted by somebody’s joke. Then we looked at the ones in our own kitchen, three years on. The blobs were fine. It was the elegant ones that had gone to rust at the lip.",
  signature:
    "When yours comes, turn it until you find the overlap. That is where she lifted the brush. It is the strongest part of the rim, and the only signature on anything we sell.",
  pullQuote: "The untidiness had been doing the work.",
  overlapCaption: "The same rim from above. The stroke begins and ends where the pointer is.",
} as const;
