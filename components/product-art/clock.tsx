import { ink } from "./inks";

const hours = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330];

export function Clock() {
  return (
    <>
      <circle cx="220" cy="222" r="150" fill={ink.shadow} />
      <circle cx="200" cy="200" r="150" fill={ink.cobalt} />
      <path d="M306 94 A150 150 0 0 1 94 306 L104 296 A136 136 0 0 0 296 104 Z" fill={ink.cobaltDeep} />
      <path
        d="M72 200 A128 128 0 0 1 160 78"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="7"
        strokeLinecap="round"
        transform="rotate(-4 200 200) scale(1.08) translate(-15 -15)"
      />
      <circle cx="200" cy="200" r="124" fill={ink.enamel} />
      <path d="M288 112 A124 124 0 0 1 112 288 C190 290 280 220 288 112 Z" fill={ink.enamelShade} />
      {hours.map((angle) => (
        <rect
          key={angle}
          x={angle % 90 === 0 ? 193 : 196}
          y="90"
          width={angle % 90 === 0 ? 14 : 8}
          height={angle % 90 === 0 ? 30 : 20}
          rx="2"
          fill={ink.iron}
          transform={`rotate(${angle} 200 200)`}
        />
      ))}
      <path d="M192 216 L196 128 H204 L208 216 Z" fill={ink.iron} transform="rotate(304 200 200)" />
      <path d="M194 222 L197 98 H203 L206 222 Z" fill={ink.iron} transform="rotate(48 200 200)" />
      <path d="M198 236 L199 104 H201 L202 236 Z" fill={ink.clay} transform="rotate(168 200 200)" />
      <circle cx="200" cy="200" r="12" fill={ink.clay} />
      <circle cx="200" cy="200" r="4" fill={ink.enamel} />
    </>
  );
}
