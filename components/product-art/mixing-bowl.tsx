import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

export function MixingBowl() {
  return (
    <>
      <GroundShadow from={140} to={268} y={330} />
      <ellipse cx="200" cy="190" rx="146" ry="36" fill={ink.linenDeep} />
      <path d="M54 190 A146 36 0 0 1 346 190 A146 26 0 0 0 54 190 Z" fill={ink.leafDeep} />
      <path d="M84 200 C120 216 280 216 316 200 C290 184 110 184 84 200 Z" fill={ink.linen} />
      <path d="M214 204 L300 66" stroke={ink.wood} strokeWidth="15" strokeLinecap="round" />
      <path d="M211 200 L296 63" stroke={ink.woodLight} strokeWidth="5" strokeLinecap="round" />
      <path d="M186 206 C180 196 196 178 214 182 C230 188 232 202 222 210 Z" fill={ink.wood} />
      <path d="M54 190 A146 26 0 0 0 346 190 C346 250 310 314 252 330 H148 C90 314 54 250 54 190 Z" fill={ink.leaf} />
      <path
        d="M346 190 C346 250 310 314 252 330 H206 C270 310 304 262 306 206 C328 202 342 197 346 190 Z"
        fill={ink.leafDeep}
      />
      <path
        d="M86 238 C94 262 106 280 124 296"
        fill="none"
        stroke={ink.leafLight}
        strokeWidth="8"
        strokeLinecap="round"
      />
      <path d="M54 190 A146 26 0 0 0 346 190 V204 A148 27 0 0 1 55 204 Z" fill={ink.enamel} />
      <path d="M306 206 C328 202 342 197 346 190 V204 C340 211 326 216 305 220 Z" fill={ink.enamelShade} />
      <path d="M138 326 H262 L256 342 H144 Z" fill={ink.leafDeep} />
      <circle cx="246" cy="196" r="5" fill={ink.brass} />
      <circle cx="150" cy="202" r="4" fill={ink.brass} />
      <circle cx="122" cy="197" r="3" fill={ink.brassDeep} />
    </>
  );
}
