export { default } from "@/messages/en/admin-users";
