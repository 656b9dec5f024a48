import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

export function MokaPot() {
  return (
    <>
      <GroundShadow from={126} to={276} y={338} />
      <path
        d="M164 66 C150 50 174 42 162 24 M196 60 C184 46 206 38 196 20"
        fill="none"
        stroke={ink.enamel}
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path
        d="M256 122 L312 118 C326 117 332 126 330 138 L318 214 C316 226 300 228 296 216 L288 158 L258 158 Z"
        fill={ink.cobalt}
      />
      <path
        d="M318 118 C328 120 332 128 330 138 L318 214 C316 226 300 228 296 216 L295 208 C310 190 316 150 318 118 Z"
        fill={ink.cobaltDeep}
      />
      <path d="M140 106 L96 94 L134 150 Z" fill={ink.enamelShade} />
      <path d="M146 106 H254 L268 210 H132 Z" fill={ink.enamel} />
      <path d="M224 106 H254 L268 210 H234 Z" fill={ink.enamelShade} />
      <path d="M178 106 L170 210 H132 L146 106 Z" fill={ink.enamelShade} opacity="0.55" />
      <path d="M140 108 C144 88 170 78 200 78 C230 78 256 88 260 108 Z" fill={ink.enamel} />
      <path d="M222 81 C244 85 258 94 260 108 H230 C232 98 228 88 222 81 Z" fill={ink.enamelShade} />
      <circle cx="200" cy="68" r="14" fill={ink.cobalt} />
      <circle cx="196" cy="64" r="4" fill={ink.cobaltLight} />
      <rect x="128" y="208" width="144" height="18" rx="5" fill={ink.ironLight} />
      <rect x="236" y="208" width="36" height="18" rx="5" fill={ink.iron} />
      <path d="M138 226 H262 L282 326 C283 334 278 340 270 340 H130 C122 340 117 334 118 326 Z" fill={ink.enamel} />
      <path d="M230 226 H262 L282 326 C283 334 278 340 270 340 H242 Z" fill={ink.enamelShade} />
      <path d="M172 226 L162 340 H130 C122 340 117 334 118 326 L138 226 Z" fill={ink.enamelShade} opacity="0.55" />
      <circle cx="200" cy="268" r="11" fill={ink.brass} />
      <circle cx="200" cy="268" r="4" fill={ink.brassDeep} />
      <path
        d="M119 322 L118 326 C117 334 122 340 130 340 H270 C278 340 283 334 282 326 L281 322 Z"
        fill={ink.ironLight}
      />
    </>
  );
}
