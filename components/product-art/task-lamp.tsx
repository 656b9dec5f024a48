import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

export function TaskLamp() {
  return (
    <>
      <path d="M128 172 L28 336 H262 L216 148 Z" fill={ink.brassLight} opacity="0.45" />
      <GroundShadow from={226} to={330} y={338} />
      <path d="M276 320 L322 190" stroke={ink.iron} strokeWidth="11" strokeLinecap="round" />
      <path d="M322 190 L196 92" stroke={ink.iron} strokeWidth="11" strokeLinecap="round" />
      <path
        d="M274 318 L319 190 L196 95"
        fill="none"
        stroke={ink.ironLight}
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="322" cy="190" r="15" fill={ink.brass} />
      <circle cx="319" cy="187" r="5" fill={ink.brassLight} />
      <path d="M180 66 L210 102 L190 116 L164 82 Z" fill={ink.brass} />
      <path d="M112 178 C94 130 122 82 168 72 C198 78 228 110 228 144 Z" fill={ink.cobalt} />
      <path d="M168 72 C198 78 228 110 228 144 L186 156 C200 124 194 92 168 72 Z" fill={ink.cobaltDeep} />
      <path
        d="M124 150 C120 126 130 106 146 96"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="8"
        strokeLinecap="round"
      />
      <path d="M108 176 L230 141 L233 152 L112 188 Z" fill={ink.enamel} />
      <path d="M144 178 A28 24 0 0 0 198 162 Z" fill={ink.brassLight} />
      <path d="M218 338 C218 322 236 314 276 314 C316 314 334 322 334 338 Z" fill={ink.iron} />
      <path d="M290 315 C318 317 334 324 334 338 H286 C292 330 293 322 290 315 Z" fill={ink.ironDeep} />
      <rect x="266" y="300" width="20" height="18" rx="4" fill={ink.brass} />
    </>
  );
}
