import type { Context, Hono } from "hono";
import { z } from "zod";
import { requireScope } from "@/emulator/sendgrid/authenticate";
import { readBody } from "@/emulator/sendgrid/read-body";
import { plainTextOf, renderTemplate } from "@/emulator/sendgrid/render-template";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import { sendgridResource } from "@/emulator/sendgrid/sendgrid-resource";
import { versionView } from "@/emulator/sendgrid/template-view";
import { requireTemplate } from "@/emulator/sendgrid/templates";
import { newUuid } from "@/emulator/state/random-source";
import type { MailTemplate, TemplateVersion } from "@/emulator/state/sendgrid-account";
import type { EmulatorEnv, World } from "@/emulator/state/world";

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
      requireScope(context, "templates.write");
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
      requireScope(context, "templates.read");
      return context.json(versionView(requireVersion(context).version));
    },
    PATCH: async (context) => {
      requireScope(context, "templates.write");
      const { template, version } = requireVersion(context);
      apply(template, version, await readBody(context, versionSchema.partial()), world.nowMs());
      return context.json(versionView(version));
    },
    DELETE: (context) => {
      requireScope(context, "templates.write");
      const { template, version } = requireVersion(context);
      template.versions.delete(version.id);
      return context.body(null, 204);
    },
  });
  sendgridResource(app, `${path}/:version_id/activate`, {
    POST: (context) => {
      requireScope(context, "templates.write");
      const { template, version } = requireVersion(context);
      activate(template, version);
      version.updatedAtMs = world.nowMs();
      return context.json(versionView(version));
    },
  });
}
