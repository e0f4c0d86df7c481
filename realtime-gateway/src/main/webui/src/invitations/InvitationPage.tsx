export default function InvitationPage() {
  return <p>InvitationPage</p>;
}
