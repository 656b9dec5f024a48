import type { Context, Hono } from "hono";
import { z } from "zod";
import { requireScope } from "@/emulator/sendgrid/authenticate";
import { readBody } from "@/emulator/sendgrid/read-body";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import { sendgridResource } from "@/emulator/sendgrid/sendgrid-resource";
import { templateView } from "@/emulator/sendgrid/template-view";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import { newUuid, randomHex } from "@/emulator/state/random-source";
import type { MailTemplate } from "@/emulator/state/sendgrid-account";
import type { EmulatorEnv, World } from "@/emulator/state/world";

const nameSchema = z.object({ name: z.string().min(1).max(100) });
const templateSchema = nameSchema.extend({ generation: z.enum(["legacy", "dynamic"]).default("legacy") });

function newTemplate(state: EmulatorState, name: string, generation: MailTemplate["generation"], nowMs: number) {
  const hex = randomHex(state, 32);
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const id = generation === "dynamic" ? `d-${hex}` : uuid;
  const template: MailTemplate = { id, name, generation, versions: new Map(), updatedAtMs: nowMs };
  return template;
}

/** A copy with versions of its own. */
function duplicate(state: EmulatorState, original: MailTemplate, name: string, nowMs: number): MailTemplate {
  const copy = newTemplate(state, name, original.generation, nowMs);
  for (const version of original.versions.values()) {
    const id = newUuid(state);
    copy.versions.set(id, { ...version, id, templateId: copy.id, updatedAtMs: nowMs });
  }
  return copy;
}

/** The template named in the path, or 404. */
export function requireTemplate(context: Context<EmulatorEnv>): MailTemplate {
  const template = context.var.account.sendgrid.templates.get(context.req.param("template_id") ?? "");
  if (template === undefined) throw new SendgridError(404, "template not found", "template_id");
  return template;
}

/** Transactional templates. @see https://www.twilio.com/docs/sendgrid/api-reference/transactional-templates */
export function addTemplates(app: Hono<EmulatorEnv>, world: World): void {
  sendgridResource(app, "/v3/templates", {
    GET: (context) => {
      requireScope(context, "templates.read");
      const size = Number(context.req.query("page_size"));
      if (!Number.isInteger(size) || size < 1 || size > 200)
        throw new SendgridError(400, "page_size is required and must be between 1 and 200", "page_size");
      const generations = (context.req.query("generations") ?? "legacy").split(",");
      const found = [...context.var.account.sendgrid.templates.values()].filter(({ generation }) =>
        generations.includes(generation),
      );
      return context.json({
        result: found.slice(0, size).map(templateView),
        _metadata: { self: "https://api.sendgrid.com/v3/templates", count: found.length },
      });
    },
    POST: async (context) => {
      requireScope(context, "templates.write");
      const { name, generation } = await readBody(context, templateSchema);
      const template = newTemplate(world.state, name, generation, world.nowMs());
      context.var.account.sendgrid.templates.set(template.id, template);
      return context.json(templateView(template), 201);
    },
  });
  sendgridResource(app, "/v3/templates/:template_id", {
    GET: (context) => {
      requireScope(context, "templates.read");
      return context.json(templateView(requireTemplate(context)));
    },
    POST: async (context) => {
      requireScope(context, "templates.write");
      const original = requireTemplate(context);
      const { name } = await readBody(context, nameSchema.partial());
      const template = duplicate(world.state, original, name ?? original.name, world.nowMs());
      context.var.account.sendgrid.templates.set(template.id, template);
      return context.json(templateView(template), 201);
    },
    PATCH: async (context) => {
      requireScope(context, "templates.write");
      const template = requireTemplate(context);
      template.name = (await readBody(context, nameSchema)).name;
      template.updatedAtMs = world.nowMs();
      return context.json(templateView(template));
    },
    DELETE: (context) => {
      requireScope(context, "templates.write");
      context.var.account.sendgrid.templates.delete(requireTemplate(context).id);
      return context.body(null, 204);
    },
  });
}
