import { spacedSeconds } from "@/emulator/state/clock";
import type { MailTemplate, TemplateVersion } from "@/emulator/state/sendgrid-account";

/** A template version as the API shows it. */
export function versionView(version: TemplateVersion): Record<string, unknown> {
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
export function templateView(template: MailTemplate): Record<string, unknown> {
  return {
    id: template.id,
    name: template.name,
    generation: template.generation,
    updated_at: spacedSeconds(template.updatedAtMs),
    versions: [...template.versions.values()].map(versionView),
  };
}
