export { default } from "@/messages/en/otp";
