import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

export function WateringCan() {
  return (
    <>
      <GroundShadow from={140} to={300} y={334} />
      <path
        d="M250 176 C350 120 372 236 296 300"
        fill="none"
        stroke={ink.leafDeep}
        strokeWidth="15"
        strokeLinecap="round"
      />
      <path d="M152 298 L60 126 L78 112 L176 240 Z" fill={ink.leaf} />
      <path d="M152 298 L110 220 L128 178 L176 240 Z" fill={ink.leafDeep} />
      <path d="M36 134 L92 92 L100 106 L46 148 Z" fill={ink.brass} />
      <path d="M36 134 L92 92 L84 84 C64 86 40 104 32 124 Z" fill={ink.brassLight} />
      <circle cx="50" cy="112" r="3" fill={ink.brassDeep} />
      <circle cx="62" cy="103" r="3" fill={ink.brassDeep} />
      <circle cx="74" cy="95" r="3" fill={ink.brassDeep} />
      <path d="M152 180 C156 110 232 96 252 180" fill="none" stroke={ink.leaf} strokeWidth="14" strokeLinecap="round" />
      <path
        d="M160 160 C168 130 190 122 206 124"
        fill="none"
        stroke={ink.leafLight}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M138 180 H268 L290 316 C292 328 286 336 274 336 H132 C120 336 114 328 116 316 Z" fill={ink.leaf} />
      <path d="M238 180 H268 L290 316 C292 328 286 336 274 336 H234 C252 290 254 230 238 180 Z" fill={ink.leafDeep} />
      <path
        d="M138 300 C138 270 144 240 152 214"
        fill="none"
        stroke={ink.leafLight}
        strokeWidth="8"
        strokeLinecap="round"
      />
      <ellipse cx="203" cy="180" rx="66" ry="14" fill={ink.leafDeep} />
      <ellipse cx="203" cy="180" rx="66" ry="14" fill="none" stroke={ink.brass} strokeWidth="5" />
      <path d="M120 290 L117 310 H289 L286 290 Z" fill={ink.cobalt} />
      <path d="M250 290 H286 L289 310 H246 Z" fill={ink.cobaltDeep} />
    </>
  );
}
