export default function GroupPage() {
  return <p>GroupPage</p>;
}
