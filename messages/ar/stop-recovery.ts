export { default } from "@/messages/en/stop-recovery";
