export { default } from "@/messages/en/account";
