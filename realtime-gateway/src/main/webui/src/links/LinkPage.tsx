export default function LinkPage() {
  return <p>LinkPage</p>;
}
