import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useT } from '../shared/i18n/use-t.js';
import { Button } from '../shared/ui/button.js';
import { Notice } from '../shared/ui/notice.js';

/** A fault in the page itself, such as a part that could not be loaded: say so and offer the way out. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useT();
  return (
    <main className="page">
      <Notice tone="error" title={t('error.broken')} />
      <div>
        <Button onPress={() => window.location.reload()}>{t('error.reload')}</Button>
      </div>
    </main>
  );
}
