export { default } from "@/messages/en/admin-overview";
