import type { Context, Hono } from "hono";
import { z } from "zod";
import type { MailTemplate, TemplateVersion } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import { type EmulatorEnv, newUuid, randomHex, spacedSeconds, type World } from "@/emulator/state/world";
import { plainTextOf, renderTemplate } from "./render-mail";
import { readBody, requireScope, SendgridError, sendgridResource } from "./sendgrid-request";

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
function requireTemplate(context: Context<EmulatorEnv>): MailTemplate {
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
      const start = Number(context.req.query("page_token") ?? 0);
      if (!Number.isInteger(start) || start < 0) throw new SendgridError(400, "invalid page_token", "page_token");
      const link = (token: number) => `https://api.sendgrid.com/v3/templates?page_size=${size}&page_token=${token}`;
      return context.json({
        result: found.slice(start, start + size).map(templateView),
        _metadata: {
          self: link(start),
          ...(start + size < found.length ? { next: link(start + size) } : {}),
          count: found.length,
        },
      });
    },
    POST: async (context) => {
      requireScope(context, "templates.create");
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
      requireScope(context, "templates.create");
      const original = requireTemplate(context);
      const { name } = await readBody(context, nameSchema.partial());
      const template = duplicate(world.state, original, name ?? original.name, world.nowMs());
      context.var.account.sendgrid.templates.set(template.id, template);
      return context.json(templateView(template), 201);
    },
    PATCH: async (context) => {
      requireScope(context, "templates.update");
      const template = requireTemplate(context);
      template.name = (await readBody(context, nameSchema)).name;
      template.updatedAtMs = world.nowMs();
      return context.json(templateView(template));
    },
    DELETE: (context) => {
      requireScope(context, "templates.delete");
      context.var.account.sendgrid.templates.delete(requireTemplate(context).id);
      return context.body(null, 204);
    },
  });
}

const oneMebibyte = 1_048_576;
const versionSchema = z.object({
  active: z.union([z.literal(0), z.literal(1)]).optional(),
  name: z.string().min(1).max(100),
  subject: z.string().min(1).max(255),
  html_content: z.string().max(oneMebibyte).optional(),
  plain_content: z.string().max(oneMebibyte).optional(),
  generate_plain_content: z.boolean().optional(),
  editor: z.enum(["code", "design"]).optional(),
  test_data: z.string().optional(),
});

type VersionOrder = Partial<z.output<typeof versionSchema>>;

function requireVersion(context: Context<EmulatorEnv>): { template: MailTemplate; version: TemplateVersion } {
  const template = requireTemplate(context);
  const version = template.versions.get(context.req.param("version_id") ?? "");
  if (version === undefined) throw new SendgridError(404, "version not found", "version_id");
  return { template, version };
}

function requireCompilable(...sources: string[]): void {
  try {
    for (const source of sources) renderTemplate(source, {});
  } catch {
    throw new SendgridError(400, "template does not compile", "html_content");
  }
}

function activate(template: MailTemplate, version: TemplateVersion): void {
  for (const other of template.versions.values()) other.active = other === version;
}

function apply(template: MailTemplate, version: TemplateVersion, order: VersionOrder, nowMs: number): void {
  const html = order.html_content ?? version.htmlContent;
  requireCompilable(order.subject ?? "", html, order.plain_content ?? "");
  version.name = order.name ?? version.name;
  version.subject = order.subject ?? version.subject;
  version.htmlContent = html;
  version.generatePlainContent = order.generate_plain_content ?? version.generatePlainContent;
  version.plainContent =
    order.plain_content ?? (version.generatePlainContent ? plainTextOf(html) : version.plainContent);
  version.editor = order.editor ?? version.editor;
  version.testData = order.test_data ?? version.testData;
  version.updatedAtMs = nowMs;
  template.updatedAtMs = nowMs;
  if (order.active === 1) activate(template, version);
  if (order.active === 0) version.active = false;
}

/** Template versions, one of which is active. @see https://www.twilio.com/docs/sendgrid/api-reference/transactional-templates-versions */
export function addTemplateVersions(app: Hono<EmulatorEnv>, world: World): void {
  const path = "/v3/templates/:template_id/versions";
  sendgridResource(app, path, {
    POST: async (context) => {
      requireScope(context, "templates.versions.create");
      const template = requireTemplate(context);
      const order = await readBody(context, versionSchema);
      const version: TemplateVersion = {
        id: newUuid(world.state),
        templateId: template.id,
        active: template.versions.size === 0,
        name: order.name,
        subject: order.subject,
        htmlContent: "",
        plainContent: "",
        generatePlainContent: true,
        editor: "code",
        testData: "",
        updatedAtMs: world.nowMs(),
      };
      apply(template, version, order, world.nowMs());
      template.versions.set(version.id, version);
      if (order.active === 1) activate(template, version);
      return context.json(versionView(version), 201);
    },
  });
  sendgridResource(app, `${path}/:version_id`, {
    GET: (context) => {
      requireScope(context, "templates.versions.read");
      return context.json(versionView(requireVersion(context).version));
    },
    PATCH: async (context) => {
      requireScope(context, "templates.versions.update");
      const { template, version } = requireVersion(context);
      apply(template, version, await readBody(context, versionSchema.partial()), world.nowMs());
      return context.json(versionView(version));
    },
    DELETE: (context) => {
      requireScope(context, "templates.versions.delete");
      const { template, version } = requireVersion(context);
      template.versions.delete(version.id);
      return context.body(null, 204);
    },
  });
  sendgridResource(app, `${path}/:version_id/activate`, {
    POST: (context) => {
      requireScope(context, "templates.versions.activate.create");
      const { template, version } = requireVersion(context);
      activate(template, version);
      version.updatedAtMs = world.nowMs();
      return context.json(versionView(version));
    },
  });
}

/** A template version as the API shows it. */
function versionView(version: TemplateVersion): Record<string, unknown> {
  return {
    id: version.id,
    template_id: version.templateId,
    active: version.active ? 1 : 0,
    name: version.name,
    html_content: version.htmlContent,
    plain_content: version.plainContent,
    generate_plain_content: version.generatePlainContent,
    subject: version.subject,
    updated_at: spacedSeconds(version.updatedAtMs),
    editor: version.editor,
    ...(version.testData === "" ? {} : { test_data: version.testData }),
  };
}

/** A template with its versions. */
function templateView(template: MailTemplate): Record<string, unknown> {
  return {
    id: template.id,
    name: template.name,
    generation: template.generation,
    updated_at: spacedSeconds(template.updatedAtMs),
    versions: [...template.versions.values()].map(versionView),
  };
}
