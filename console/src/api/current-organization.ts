let slug: string | undefined;

/** The slug of the organization of the page. It comes from the path, so each tab of a browser has its own. */
export function currentOrganization(): string | undefined {
  return slug;
}

export function setCurrentOrganization(next: string | undefined): void {
  slug = next;
}
