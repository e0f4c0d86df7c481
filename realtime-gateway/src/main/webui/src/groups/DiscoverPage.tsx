export default function DiscoverPage() {
  return <p>DiscoverPage</p>;
}
