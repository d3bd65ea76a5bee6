"""Seconds and memory of training steps of BSN in PyTorch, for comparison with `SpikeData.Benchmarks steps`: python3 bsn_steps.py [STEPS]

Debian's packages python3-torch and python3-numpy are enough. Batch 1, 128x128, MSE, Adam, two threads.
"""
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


class Look(nn.Module):
    """A convolution that sees its row and what is above."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, bias=False)

    def forward(self, x):
        x = F.pad(F.pad(x, (0, 0, 1, 0)), (1, 1, 1, 1), mode="replicate")
        return F.leaky_relu(self.conv(x), 0.1)[:, :, :-1]


def chain(*widths):
    return nn.Sequential(*[Look(a, b) for a, b in zip(widths, widths[1:])])


def down(x):
    return F.pad(x, (0, 0, 1, -1))


class Bsn(nn.Module):
    def __init__(self, width=48):
        super().__init__()
        twice = 2 * width
        self.at_full, self.at_half = chain(1, width, width, width), chain(width, width, width, width)
        self.at_quarter = chain(width, twice, twice, width)
        self.up_half = chain(twice, twice, twice, twice, twice)
        self.up_full = chain(twice + 1, twice, twice, twice, twice)
        self.mix = nn.ModuleList(nn.Conv2d(a, b, 1, bias=False) for a, b in ((4 * twice, 4 * twice), (4 * twice, twice), (twice, 1)))

    def forward(self, x):
        x = torch.cat([torch.rot90(x, -turn, (2, 3)) for turn in range(4)])
        half = F.max_pool2d(down(self.at_full(x)), 2)
        deep = self.at_quarter(F.max_pool2d(down(self.at_half(half)), 2))
        deep = self.up_half(torch.cat([F.interpolate(deep, scale_factor=2), half], 1))
        deep = down(self.up_full(torch.cat([F.interpolate(deep, scale_factor=2), x], 1)))
        y = torch.cat([torch.rot90(part, turn, (2, 3)) for turn, part in enumerate(deep.chunk(4))], 1)
        return self.mix[2](F.leaky_relu(self.mix[1](F.leaky_relu(self.mix[0](y), 0.1)), 0.1))


def megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


torch.set_num_threads(2)
before = megabytes()
network = Bsn()
optimizer = torch.optim.Adam(network.parameters(), 1e-4)
image, best = torch.rand(1, 1, 128, 128), float("inf")
for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 10):
    start = time.perf_counter()
    optimizer.zero_grad()
    F.mse_loss(network(image), image).backward()
    optimizer.step()
    best = min(best, time.perf_counter() - start)
numbers = sum(parameter.numel() for parameter in network.parameters())
print(f"{numbers} numbers; a step {1000 * best:.0f} ms; {before:.0f} MB before the network, {megabytes():.0f} MB at most")
