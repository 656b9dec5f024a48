export { default } from "@/messages/en/admin-user";
