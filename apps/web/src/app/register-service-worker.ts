/** Lets the app open without a connection. In development its files change too often to be kept. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register('/service-worker.js').catch((error: unknown) => {
      console.warn('The app will not open without a connection.', error);
    });
  };
  // What is fetched for later must not be in the way of what is needed now.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}
