export { default } from "@/messages/en/admin-audit";
