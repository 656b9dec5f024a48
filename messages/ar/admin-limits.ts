export { default } from "@/messages/en/admin-limits";
