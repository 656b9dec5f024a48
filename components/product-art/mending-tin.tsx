import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

function Spool({ x, thread, shade }: { x: number; thread: string; shade: string }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <rect x="0" y="128" width="62" height="14" rx="5" fill={ink.woodLight} />
      <path d="M6 142 H56 V214 H6 Z" fill={thread} />
      <path d="M40 142 H56 V214 H40 Z" fill={shade} />
      <path d="M6 156 L56 150 M6 172 L56 166 M6 188 L56 182 M6 204 L56 198" stroke={shade} strokeWidth="3" />
      <rect x="23" y="122" width="16" height="8" rx="3" fill={ink.woodDeep} />
    </g>
  );
}

export function MendingTin() {
  return (
    <>
      <GroundShadow from={64} to={330} y={334} />
      <path d="M84 58 C84 48 90 42 100 42 H320 C330 42 336 48 336 58 L346 190 H74 Z" fill={ink.cobaltDeep} />
      <path d="M98 62 C98 58 101 55 105 55 H315 C319 55 322 58 322 62 L330 186 H90 Z" fill={ink.cobalt} />
      <path
        d="M112 168 L118 74 H190"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <Spool x={92} thread={ink.clay} shade={ink.clayDeep} />
      <Spool x={169} thread={ink.brass} shade={ink.brassDeep} />
      <Spool x={246} thread={ink.leaf} shade={ink.leafDeep} />
      <path d="M58 192 H362 L352 318 C351 328 344 336 334 336 H86 C76 336 69 328 68 318 Z" fill={ink.enamel} />
      <path
        d="M298 192 H362 L352 318 C351 328 344 336 334 336 H290 C304 290 306 240 298 192 Z"
        fill={ink.enamelShade}
      />
      <rect x="50" y="186" width="320" height="16" rx="6" fill={ink.cobalt} />
      <path d="M300 186 H364 C368 186 370 189 370 194 C370 199 368 202 364 202 H300 Z" fill={ink.cobaltDeep} />
      <path
        d="M104 300 C140 232 176 320 214 262 C226 244 246 250 252 264"
        fill="none"
        stroke={ink.clay}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M246 262 L296 236" stroke={ink.iron} strokeWidth="5" strokeLinecap="round" />
      <path d="M250 260 L258 256" stroke={ink.enamel} strokeWidth="2" strokeLinecap="round" />
    </>
  );
}
