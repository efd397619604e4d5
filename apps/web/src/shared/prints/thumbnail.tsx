import type { PrintJob } from '#libs/contracts';
import { CategoryIcon } from '../ui/category-icon.js';
import './thumbnail.css';

/** The picture the slicer put into the file, or a plain sign when there is none. */
export function Thumbnail({ job }: { job: Pick<PrintJob, 'thumbnailUrl'> }) {
  return (
    <div className="thumbnail">
      {job.thumbnailUrl ? <img src={job.thumbnailUrl} alt="" loading="lazy" /> : <CategoryIcon category="printer" />}
    </div>
  );
}
