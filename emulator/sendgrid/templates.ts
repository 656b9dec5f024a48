import type { Context, Hono } from "hono";
import { z } from "zod";
import { requireScope } from "@/emulator/sendgrid/authenticate";
import { readBody } from "@/emulator/sendgrid/read-body";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import { sendgridResource } from "@/emulator/sendgrid/sendgrid-resource";
import { templateView } from "@/emulator/sendgrid/template-view";
import { spacedSeconds } from "@/emulator/state/clock";
import { randomHex } from "@/emulator/state/random-source";
import type { MailTemplate } from "@/emulator/state/sendgrid-account";
import type { EmulatorEnv, World } from "@/emulator/world";

const nameSchema = z.object({ name: z.string().min(1).max(100) });
const templateSchema = nameSchema.extend({ generation: z.enum(["legacy", "dynamic"]).default("legacy") });

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
      const hex = randomHex(world.state, 32);
      const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
      const id = generation === "dynamic" ? `d-${hex}` : uuid;
      const template: MailTemplate = { id, name, generation, versions: new Map(), updatedAtMs: world.nowMs() };
      context.var.account.sendgrid.templates.set(id, template);
      return context.json({ id, name, generation, updated_at: spacedSeconds(template.updatedAtMs), versions: [] }, 201);
    },
  });
  sendgridResource(app, "/v3/templates/:template_id", {
    GET: (context) => {
      requireScope(context, "templates.read");
      return context.json(templateView(requireTemplate(context)));
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
