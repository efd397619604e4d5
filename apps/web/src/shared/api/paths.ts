const ofHub = (hub: string) => `/hubs/${encodeURIComponent(hub)}`;

/** Addresses below the API's base that are asked for before their pages are there: see `fetchAhead`. */
export const paths = {
  me: '/me',
  hubs: '/hubs',
  hub: ofHub,
  resources: (hub: string) => `${ofHub(hub)}/resources`,
  board: (hub: string) => `${ofHub(hub)}/board`,
};
