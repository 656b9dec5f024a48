import { ink } from "./inks";

export function BreadKnife() {
  return (
    <>
      <g transform="rotate(-9 200 200)">
        <rect x="62" y="96" width="296" height="232" rx="22" fill={ink.shadow} />
        <rect x="48" y="80" width="296" height="232" rx="22" fill={ink.wood} />
        <path
          d="M70 80 H322 C334 80 344 90 344 102 V112 C344 100 334 94 322 94 H70 C58 94 48 100 48 112 V102 C48 90 58 80 70 80 Z"
          fill={ink.woodLight}
        />
        <path
          d="M64 268 C130 258 210 276 330 262 M64 290 C150 282 230 298 330 286"
          fill="none"
          stroke={ink.woodDeep}
          strokeWidth="3"
          strokeLinecap="round"
        />
        <circle cx="316" cy="110" r="11" fill={ink.woodDeep} />
        <path
          d="M92 200 C70 196 66 168 86 156 C92 124 136 108 164 126 C190 134 196 160 180 178 V216 C180 222 176 226 170 226 H102 C96 226 92 222 92 216 Z"
          fill={ink.woodDeep}
        />
        <path
          d="M102 194 C84 190 82 172 96 164 C100 138 136 126 158 140 C178 146 180 162 168 174 V208 C168 212 166 214 162 214 H108 C104 214 102 212 102 208 Z"
          fill={ink.linen}
        />
        <circle cx="126" cy="164" r="5" fill={ink.linenDeep} />
        <circle cx="146" cy="184" r="6" fill={ink.linenDeep} />
        <circle cx="122" cy="194" r="4" fill={ink.linenDeep} />
        <circle cx="150" cy="156" r="3" fill={ink.linenDeep} />
      </g>
      <g transform="rotate(-28 214 236)">
        <path d="M52 252 H360 V276 H68 Z" fill={ink.shadow} />
        <path
          d="M44 226 C60 220 120 216 252 216 V254 L244 248 L236 256 L228 248 L220 256 L212 248 L204 256 L196 248 L188 256 L180 248 L172 256 L164 248 L156 256 L148 248 L140 256 L132 248 L124 256 L116 248 L108 256 L100 248 L92 256 L84 248 L76 254 C62 248 50 240 44 226 Z"
          fill={ink.enamel}
        />
        <path d="M44 226 C60 220 120 216 252 216 V228 C160 226 90 226 44 226 Z" fill={ink.enamelShade} />
        <rect x="248" y="210" width="14" height="50" rx="3" fill={ink.brass} />
        <path
          d="M262 212 H352 C366 212 374 222 374 236 C374 250 366 262 350 260 C320 252 290 254 262 258 Z"
          fill={ink.cobalt}
        />
        <path
          d="M262 240 C300 236 340 238 374 238 C374 252 366 262 350 260 C320 252 290 254 262 258 Z"
          fill={ink.cobaltDeep}
        />
        <circle cx="286" cy="230" r="5" fill={ink.brassLight} />
        <circle cx="336" cy="230" r="5" fill={ink.brassLight} />
      </g>
    </>
  );
}
