/** Where the page finds what it needs, as the gateway says. An empty address is the page's own origin. */
export interface WebConfig {
  authority: string;
  clientId: string;
  scope: string;
  groups: string;
  invitations: string;
}

export async function loadConfig(): Promise<WebConfig> {
  const answer = await fetch('/config.json');
  if (!answer.ok) {
    throw new Error(`config.json: ${answer.status}`);
  }
  return (await answer.json()) as WebConfig;
}
