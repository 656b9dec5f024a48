export { default } from "@/messages/en/logout";
