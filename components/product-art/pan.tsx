import { ink } from "./inks";

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
