import { GroundShadow, ink } from "./parts";

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

export function PepperMill() {
  return (
    <>
      <GroundShadow from={150} to={252} y={338} />
      <rect x="192" y="52" width="16" height="16" rx="7" fill={ink.brass} />
      <path
        d="M200 64 C236 64 256 88 252 116 C249 136 236 146 228 152 H172 C164 146 151 136 148 116 C144 88 164 64 200 64 Z"
        fill={ink.cobalt}
      />
      <path
        d="M214 66 C240 72 256 92 252 116 C249 136 236 146 228 152 H206 C228 128 232 94 214 66 Z"
        fill={ink.cobaltDeep}
      />
      <path
        d="M166 112 C164 96 172 84 184 80"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="7"
        strokeLinecap="round"
      />
      <rect x="168" y="150" width="64" height="12" fill={ink.brass} />
      <rect x="212" y="150" width="20" height="12" fill={ink.brassDeep} />
      <path
        d="M170 162 H230 C234 176 246 184 246 198 C246 222 226 228 226 252 C226 282 256 296 260 338 H140 C144 296 174 282 174 252 C174 228 154 222 154 198 C154 184 166 176 170 162 Z"
        fill={ink.wood}
      />
      <path
        d="M212 162 H230 C234 176 246 184 246 198 C246 222 226 228 226 252 C226 282 256 296 260 338 H216 C222 300 204 282 204 252 C204 228 222 220 222 198 C222 184 214 176 212 162 Z"
        fill={ink.woodDeep}
      />
      <path
        d="M176 186 C168 194 168 204 176 214"
        fill="none"
        stroke={ink.woodLight}
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path
        d="M166 318 C170 302 178 292 184 280"
        fill="none"
        stroke={ink.woodLight}
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path d="M140 338 C141 332 142 326 143 321 H257 C258 326 259 332 260 338 Z" fill={ink.cobalt} />
      <path d="M218 321 H257 C258 326 259 332 260 338 H216 Z" fill={ink.cobaltDeep} />
      <circle cx="96" cy="334" r="8" fill={ink.iron} />
      <circle cx="118" cy="342" r="7" fill={ink.ironDeep} />
      <circle cx="80" cy="345" r="6" fill={ink.ironLight} />
      <circle cx="320" cy="350" r="7" fill={ink.iron} />
    </>
  );
}

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
