"""OFD, the fixed-layout format of Chinese government (GB/T 33190-2016)."""
