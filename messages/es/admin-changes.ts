export { default } from "@/messages/en/admin-changes";
