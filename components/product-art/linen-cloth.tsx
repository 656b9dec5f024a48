import { ink } from "./inks";

export function LinenCloth() {
  return (
    <>
      <path d="M136 100 C128 180 118 260 116 356 L316 366 C306 270 296 180 282 100 Z" fill={ink.shadow} />
      <rect x="92" y="60" width="216" height="30" rx="8" fill={ink.wood} />
      <rect x="92" y="60" width="216" height="10" rx="5" fill={ink.woodLight} />
      <path
        d="M132 96 C150 84 170 92 200 92 C230 92 250 84 268 96 C276 180 284 260 290 344 C276 350 268 338 254 344 C240 350 232 338 218 344 C204 350 196 338 182 344 C168 350 160 338 146 344 C132 350 124 340 110 344 C116 260 124 180 132 96 Z"
        fill={ink.linen}
      />
      <path
        d="M240 92 C252 90 262 91 268 96 C276 180 284 260 290 344 C276 350 268 338 254 344 C250 260 246 170 240 92 Z"
        fill={ink.linenDeep}
      />
      <path d="M176 92 C172 170 168 250 164 342" fill="none" stroke={ink.linenDeep} strokeWidth="5" />
      <path d="M212 93 C212 170 214 250 216 342" fill="none" stroke={ink.linenDeep} strokeWidth="4" />
      <path d="M118 262 C160 270 240 270 283 262 L284 276 C240 284 160 284 117 276 Z" fill={ink.cobalt} />
      <path d="M116 288 C160 296 240 296 285 288 L286 293 C240 301 160 301 116 293 Z" fill={ink.cobalt} />
      <path d="M119 250 C160 258 240 258 282 250 L282 254 C240 262 160 262 119 254 Z" fill={ink.cobalt} />
      <path d="M249 266 C262 265 274 264 283 262 L284 276 C274 278 262 279 250 280 Z" fill={ink.cobaltDeep} />
      <path
        d="M186 60 C186 40 214 40 214 60 V88 C214 106 190 106 190 92"
        fill="none"
        stroke={ink.brass}
        strokeWidth="9"
        strokeLinecap="round"
      />
      <path d="M196 96 L200 118 L206 96 Z" fill={ink.linenDeep} />
    </>
  );
}
