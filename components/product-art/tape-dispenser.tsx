import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

export function TapeDispenser() {
  return (
    <>
      <GroundShadow from={60} to={330} y={326} />
      <circle cx="232" cy="186" r="88" fill={ink.brassLight} />
      <path d="M262 103 A88 88 0 0 1 262 269 C296 226 296 146 262 103 Z" fill={ink.brass} />
      <circle cx="232" cy="186" r="58" fill={ink.linen} />
      <circle cx="232" cy="186" r="46" fill={ink.cobalt} />
      <path d="M248 143 A46 46 0 0 1 248 229 C262 204 262 168 248 143 Z" fill={ink.cobaltDeep} />
      <circle cx="232" cy="186" r="13" fill={ink.brass} />
      <circle cx="228" cy="182" r="5" fill={ink.brassLight} />
      <path d="M168 126 C130 156 104 186 74 204 L80 214 C116 196 142 168 178 138 Z" fill={ink.brassLight} />
      <path
        d="M56 330 C44 330 38 322 40 312 L58 214 C60 204 68 198 78 198 H86 C96 198 100 208 106 222 C118 250 150 262 196 262 H290 C326 262 352 284 356 314 C357 324 350 330 340 330 Z"
        fill={ink.iron}
      />
      <path
        d="M280 262 H290 C326 262 352 284 356 314 C357 324 350 330 340 330 H284 C304 310 302 282 280 262 Z"
        fill={ink.ironDeep}
      />
      <path d="M62 292 L74 226" stroke={ink.ironLight} strokeWidth="8" strokeLinecap="round" />
      <path d="M52 206 L60 192 L66 203 L74 192 L80 203 L88 192 L92 206 Z" fill={ink.enamelShade} />
      <rect x="206" y="286" width="78" height="26" rx="5" fill={ink.cobalt} />
      <rect x="210" y="290" width="70" height="18" rx="3" fill="none" stroke={ink.enamel} strokeWidth="2" />
      <path d="M222 299 H268" stroke={ink.enamel} strokeWidth="4" strokeLinecap="round" />
    </>
  );
}
