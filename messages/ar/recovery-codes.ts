export { default } from "@/messages/en/recovery-codes";
