import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

export function Kettle() {
  return (
    <>
      <GroundShadow from={104} to={296} />
      <path d="M138 196 C128 74 272 74 262 196" fill="none" stroke={ink.cobalt} strokeWidth="9" strokeLinecap="round" />
      <path
        d="M166 112 C186 102 214 102 234 112"
        fill="none"
        stroke={ink.wood}
        strokeWidth="22"
        strokeLinecap="round"
      />
      <path
        d="M168 107 C186 99 200 98 214 100"
        fill="none"
        stroke={ink.woodLight}
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path
        d="M116 274 C88 258 76 232 62 200 L46 196 L42 180 L86 168 L94 186 C100 206 112 218 132 222 Z"
        fill={ink.enamel}
      />
      <path d="M116 274 C100 264 90 252 82 238 C98 246 112 250 126 250 Z" fill={ink.enamelShade} />
      <path d="M46 196 L42 180 L86 168 L91 180 Z" fill={ink.cobalt} />
      <path d="M148 178 C150 154 172 142 200 142 C228 142 250 154 252 178 Z" fill={ink.enamel} />
      <path d="M216 144 C236 148 250 160 252 178 H224 C228 166 224 152 216 144 Z" fill={ink.enamelShade} />
      <rect x="190" y="124" width="20" height="20" rx="8" fill={ink.cobaltDeep} />
      <circle cx="200" cy="122" r="13" fill={ink.cobalt} />
      <circle cx="196" cy="118" r="4" fill={ink.cobaltLight} />
      <path
        d="M114 334 C104 334 98 326 100 317 L120 212 C124 190 140 176 162 176 H238 C260 176 276 190 280 212 L300 317 C302 326 296 334 286 334 Z"
        fill={ink.enamel}
      />
      <path
        d="M226 176 H238 C260 176 276 190 280 212 L300 317 C302 326 296 334 286 334 H232 C256 288 254 222 226 176 Z"
        fill={ink.enamelShade}
      />
      <path d="M101 312 L100 317 C98 326 104 334 114 334 H286 C296 334 302 326 300 317 L299 312 Z" fill={ink.cobalt} />
      <path d="M244 312 H299 L300 317 C302 326 296 334 286 334 H232 C238 327 241 320 244 312 Z" fill={ink.cobaltDeep} />
      <rect x="142" y="172" width="116" height="10" rx="5" fill={ink.cobalt} />
      <path
        d="M140 286 C136 262 140 230 152 206"
        fill="none"
        stroke={ink.enamelShade}
        strokeWidth="5"
        strokeLinecap="round"
      />
    </>
  );
}
