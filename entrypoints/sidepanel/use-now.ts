import { useEffect, useState } from 'react';

const halfMinute = 30_000;

/** The time, often enough for what is due to come and to go; at once when the panel is looked at again. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') setNow(new Date());
    };
    const ticking = setInterval(look, halfMinute);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(ticking);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
}
