import { GroundShadow, ink } from "./parts";

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

export function Pan() {
  return (
    <>
      <g transform="translate(16 18)" fill={ink.shadow}>
        <circle cx="166" cy="232" r="122" />
        <path d="M244 132 L330 40 C338 31 351 31 359 39 C367 47 367 60 358 68 L268 156 Z" />
      </g>
      <path d="M238 142 L328 42 C336 33 350 32 358 40 C366 48 366 61 357 70 L262 166 Z" fill={ink.iron} />
      <path d="M238 142 L328 42 C333 37 339 34 345 34 L250 154 Z" fill={ink.ironLight} />
      <circle cx="343" cy="55" r="7" fill={ink.cobaltLight} />
      <circle cx="166" cy="232" r="122" fill={ink.iron} />
      <path d="M80 318 A122 122 0 0 1 252 146 L242 156 A108 108 0 0 0 90 308 Z" fill={ink.ironLight} />
      <circle cx="166" cy="232" r="102" fill={ink.ironDeep} />
      <path
        d="M120 262 C96 250 100 214 126 204 C134 178 172 168 190 186 C218 180 242 204 230 230 C242 256 220 284 194 276 C172 296 134 290 120 262 Z"
        fill={ink.enamel}
      />
      <path
        d="M230 230 C242 256 220 284 194 276 C172 296 134 290 120 262 C150 276 210 270 230 230 Z"
        fill={ink.enamelShade}
      />
      <circle cx="172" cy="228" r="31" fill={ink.brass} />
      <path d="M148 248 A31 31 0 0 0 200 214 C202 236 176 254 148 248 Z" fill={ink.brassDeep} />
      <circle cx="161" cy="217" r="7" fill={ink.brassLight} />
    </>
  );
}
