import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseAst } from "vitest/node";

/** A node of the syntax tree (ESTree with JSX), as far as it is read here. */
type Node = { type: string; start: number; end: number; [key: string]: unknown };

/**
 * Browsers translate a page by moving each text node into <font> elements. React then fails to insert or remove an
 * element beside that text (NotFoundError), and the page is lost. In client components text beside something that comes
 * and goes must stand in an element of its own. Gives the places where it does not.
 */
function findBareText(source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (isElement(value)) {
      const children = (value.children as Node[]).filter((child) => !isLayout(child));
      if (children.some((child) => child.type === "JSXExpressionContainer" && comesAndGoes(child.expression as Node))) {
        found.push(...children.filter(isText).map(({ start, end }) => source.slice(start, end).trim()));
      }
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(parseAst(source, { lang: "tsx" }));
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const isElement = ({ type }: Node) => type === "JSXElement" || type === "JSXFragment";
/** Space with a line break is not shown. */
const isLayout = ({ type, value }: Node) => type === "JSXText" && /^\s*\n\s*$/.test(String(value));

function comesAndGoes(node: Node): boolean {
  if (node.type === "ParenthesizedExpression") return comesAndGoes(node.expression as Node);
  if (node.type === "LogicalExpression") return isElement(node.right as Node);
  return (
    node.type === "ConditionalExpression" && [node.consequent, node.alternate].some((end) => makesElement(end as Node))
  );
}

function makesElement(node: Node): boolean {
  if (node.type === "ParenthesizedExpression") return makesElement(node.expression as Node);
  return isElement(node) || comesAndGoes(node);
}

/** Whether a child can be a text: written out, or an expression that is neither an element nor a call for elements. */
function isText(node: Node): boolean {
  if (node.type === "JSXText") return true;
  if (node.type === "JSXExpressionContainer" || node.type === "ParenthesizedExpression")
    return isText(node.expression as Node);
  if (node.type === "ConditionalExpression") return isText(node.consequent as Node) || isText(node.alternate as Node);
  if (node.type === "LogicalExpression") return isText(node.right as Node);
  const isNull = node.type === "Literal" && node.value === null;
  return !isElement(node) && !isNull && node.type !== "JSXEmptyExpression" && node.type !== "CallExpression";
}

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const sources = files.map((file) => [file, readFileSync(file, "utf8")] as const);
const ofClients = sources.filter(([, source]) => source.startsWith('"use client"'));

it("no text of a client component stands bare beside an element that comes and goes", () => {
  expect(ofClients.length).toBeGreaterThan(20);
  expect(ofClients.flatMap(([file, source]) => findBareText(source).map((text) => `${file}: ${text}`))).toEqual([]);
});

it.each([
  "<button>{isBusy ? <Spinner /> : null}{label}</button>",
  "<p>{isOpen && <b />} words</p>",
  "<>{children}{more ? <b>{more}</b> : null}</>",
  "<p>{count} {isOpen ? <b /> : <i />}</p>",
])("%s is found", (source) => expect(findBareText(source)).not.toEqual([]));

it.each([
  "<button>{isBusy ? <Spinner /> : null}<span>{label}</span></button>",
  "<p>{isOpen ? words : other}</p>",
  "<ul>{isOpen ? <li /> : null}{list.map((one) => <li key={one} />)}</ul>",
])("%s is not", (source) => expect(findBareText(source)).toEqual([]));
