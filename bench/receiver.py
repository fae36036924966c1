"""A DC-09 receiver made of pysiaalarm, for comparison. Arguments: accounts. Prints its address once it listens."""

import asyncio
import sys

from pysiaalarm import SIAAccount
from pysiaalarm.aio import SIAClient


async def take(event):
    """What a receiver would do with an event; it was acknowledged before this runs."""


async def main():
    accounts = [SIAAccount(account, allowed_timeband=None) for account in sys.argv[1:]]
    client = SIAClient("127.0.0.1", 0, accounts, function=take)
    await client.async_start()
    host, port = client.server.sockets[0].getsockname()
    print(f"{host}:{port}", flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
