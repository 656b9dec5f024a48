-- One index for each way to ask the audit trail, each ending in the order of its pages: see lib/admin/read-audit-range.ts.
DROP INDEX "AuditEvent_actorId_at_idx";
DROP INDEX "AuditEvent_subjectId_at_idx";
CREATE INDEX "AuditEvent_name_at_id_idx" ON "AuditEvent"("name", "at", "id");
CREATE INDEX "AuditEvent_actorId_at_id_idx" ON "AuditEvent"("actorId", "at", "id");
CREATE INDEX "AuditEvent_actorId_name_at_id_idx" ON "AuditEvent"("actorId", "name", "at", "id");
-- "actorId" stands last to be compared in the index, so that a subject with many entries and an actor with few are found.
CREATE INDEX "AuditEvent_subjectId_at_id_actorId_idx" ON "AuditEvent"("subjectId", "at", "id", "actorId");
CREATE INDEX "AuditEvent_subjectId_name_at_id_actorId_idx" ON "AuditEvent"("subjectId", "name", "at", "id", "actorId");
